/* Runs a program at a terminal of its own, takes the terminal away once it has shown a text, and prints how it ended.
   hang-up TEXT MILLISECONDS PROGRAM ARGUMENT...   (`!KILL n` as TEXT: sends signal n after the milliseconds instead) */
#define _GNU_SOURCE
#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static long now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

int main(int count, char **words) {
  if (count < 4) return 2;
  const char *text = words[1];
  long pause = atol(words[2]);
  struct rlimit all = {RLIM_INFINITY, RLIM_INFINITY};
  setrlimit(RLIMIT_CORE, &all);
  struct winsize size = {24, 100, 0, 0};
  int master;
  pid_t child = forkpty(&master, NULL, NULL, &size);
  if (child == 0) {
    execvp(words[3], words + 3);
    _exit(127);
  }
  static char seen[1 << 20];
  size_t length = 0;
  int status = 0, ended = 0;
  long until = now() + 20000;
  int wanted = text[0] == '!' ? atoi(text + 1) : 0;
  if (wanted > 0) until = now() + pause;
  while (now() < until) {
    struct pollfd ready = {master, POLLIN, 0};
    if (poll(&ready, 1, 20) > 0) {
      ssize_t got = read(master, seen + length, sizeof seen - 1 - length);
      if (got <= 0) break;
      length += (size_t)got;
    }
    if (wanted == 0 && strstr(seen, text) != NULL) {
      wanted = -1;
      until = now() + pause;
    }
  }
  if (wanted > 0) kill(child, wanted);
  else if (wanted == 0) printf("never saw it: %s\n", seen);
  if (wanted <= 0) close(master);
  for (until = now() + 10000; now() < until && !ended; usleep(5000)) {
    ended = waitpid(child, &status, WNOHANG) == child;
    struct pollfd ready = {master, POLLIN, 0};
    if (wanted > 0 && poll(&ready, 1, 0) > 0 && read(master, seen, sizeof seen) < 0) wanted = 0;
  }
  if (!ended) {
    kill(child, SIGKILL);
    printf("it goes on\n");
  } else if (WIFSIGNALED(status)) printf("signal %d%s\n", WTERMSIG(status), WCOREDUMP(status) ? " core" : "");
  else printf("exit %d\n", WEXITSTATUS(status));
  return 0;
}
