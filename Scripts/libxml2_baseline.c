/* What libxml2 alone needs for pages: htmlReadMemory and xmlFreeDoc, no more.
 *
 *     libxml2_baseline FILE
 *
 * FILE holds, for each page, "1" where it is valid UTF-8 or "0", its length as ten decimal digits,
 * and its bytes. Prints pages, bytes, processor seconds of parsing and freeing, libxml2's version.
 */
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { HEAD = 11 };

static const int options =
    HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;

static void ignore(void *context, xmlErrorPtr error) {
  (void)context;
  (void)error;
}

static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static char *contents(const char *path, size_t *size) {
  FILE *file = fopen(path, "rb");
  if (file == NULL) return NULL;
  char *bytes = NULL;
  long end = -1;
  if (fseek(file, 0, SEEK_END) == 0) end = ftell(file);
  if (end >= 0 && fseek(file, 0, SEEK_SET) == 0) bytes = malloc((size_t)end + 1);
  if (bytes != NULL && fread(bytes, 1, (size_t)end, file) != (size_t)end) {
    free(bytes);
    bytes = NULL;
  }
  fclose(file);
  *size = (size_t)end;
  return bytes;
}

int main(int count, char **arguments) {
  size_t size = 0;
  char *bytes = count == 2 ? contents(arguments[1], &size) : NULL;
  if (bytes == NULL) {
    fprintf(stderr, "usage: libxml2_baseline FILE\n");
    return 64;
  }
  xmlInitParser();
  xmlSetStructuredErrorFunc(NULL, ignore);

  long pages = 0;
  size_t parsed = 0;
  double start = seconds();
  for (size_t at = 0; at + HEAD <= size;) {
    char digits[HEAD] = {0};
    memcpy(digits, bytes + at + 1, HEAD - 1);
    size_t length = strtoul(digits, NULL, 10);
    if (length > size - at - HEAD) break;
    const char *charset = bytes[at] == '1' ? "UTF-8" : NULL;
    htmlDocPtr page = htmlReadMemory(bytes + at + HEAD, (int)length, NULL, charset, options);
    if (page != NULL) xmlFreeDoc(page);
    pages += 1;
    parsed += length;
    at += HEAD + length;
  }
  printf("%ld %zu %.6f %s\n", pages, parsed, seconds() - start, LIBXML_DOTTED_VERSION);
  free(bytes);
  return 0;
}
