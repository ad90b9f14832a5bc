/** Each shell asks `baoxiu completion words`: what fits is known in one place. */
export const SCRIPTS = {
  bash: `# baoxiu: source <(baoxiu completion bash)
_baoxiu() {
  local line
  COMPREPLY=()
  while IFS= read -r line; do
    COMPREPLY+=("\${line%%$'\\t'*}")
  done < <(baoxiu completion words -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _baoxiu baoxiu
`,
  zsh: `#compdef baoxiu
# baoxiu: source <(baoxiu completion zsh), after compinit
_baoxiu() {
  local line
  local -a values told
  while IFS= read -r line; do
    values+=("\${line%%$'\\t'*}")
    told+=("\${line/$'\\t'/  }")
  done < <(baoxiu completion words -- "\${(@)words[2,CURRENT]}" 2>/dev/null)
  if (( \${#values} )); then compadd -U -l -d told -a values; else _files; fi
}
compdef _baoxiu baoxiu
`,
  fish: `# baoxiu: baoxiu completion fish | source
function __baoxiu_words
  set -l typed (commandline -opc) (commandline -ct)
  baoxiu completion words -- $typed[2..-1] 2>/dev/null
end
complete -c baoxiu -f -a '(__baoxiu_words)'
complete -c baoxiu -s o -l output -r -F
complete -c baoxiu -l db -r -F
`,
} as const
