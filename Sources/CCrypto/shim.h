// OpenSSL's digests, and nothing else of it.
#include <openssl/evp.h>
