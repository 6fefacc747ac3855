// The decoders of HTTP bodies and the coder of archives: zlib, libdeflate, brotli, zstd.
#include <brotli/decode.h>
#include <libdeflate.h>
#include <zlib.h>
#include <zstd.h>
