/**
 * Each shell asks `baoxiu completion words`: what fits is known in one place. It answers a word and what it is on each
 * line; an empty word stands for any file or folder. Names come from old books: each shell quotes them by its own rule.
 */
export const SCRIPTS = {
  bash: `# baoxiu: source <(baoxiu completion bash)
_baoxiu() {
  local typed word line i quote= current glued= paths=
  typed=()
  # Bash splits at : and =, which a word of ours may hold.
  for ((i = 1; i <= COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    if [[ $word == [:=]* && \${#typed[@]} -gt 0 ]]; then
      typed[\${#typed[@]}-1]+=$word
      glued=1
    elif [[ -n $glued ]]; then
      typed[\${#typed[@]}-1]+=$word
      glued=
    else
      typed+=("$word")
    fi
  done
  # As they were meant: without quotes and backslashes.
  for i in "\${!typed[@]}"; do
    word=\${typed[i]}
    quote=
    case $word in
      \\'*) quote=\\'; word=\${word#\\'}; word=\${word%\\'} ;;
      \\"*) quote=\\"; word=\${word#\\"}; word=\${word%\\"} ;;
      *) word=\${word//\\\\/} ;;
    esac
    typed[i]=$word
  done
  current=
  [[ \${#typed[@]} -gt 0 ]] && current=\${typed[\${#typed[@]}-1]}
  glued=
  if [[ -z $quote && $COMP_WORDBREAKS == *=* && $current == --*=* ]]; then glued=\${current%%=*}=; fi
  if [[ -z $quote && $COMP_WORDBREAKS == *:* && $current == *:* ]]; then glued=\${current%:*}:; fi
  COMPREPLY=()
  while IFS= read -r line; do
    word=\${line%%$'\\t'*}
    if [[ -z $word ]]; then
      paths=\${line#$'\\t'}
      continue
    fi
    [[ -n $glued && $word != "$glued"* ]] && continue
    word=\${word#"$glued"}
    case $quote in
      \\') word=\${word//\\'/\\'\\\\\\'\\'} ;;
      \\") word=\${word//\\\\/\\\\\\\\}; word=\${word//\\"/\\\\\\"}; word=\${word//\\$/\\\\$}; word=\${word//\\\`/\\\\\\\`} ;;
      *) printf -v word %q "$word" ;;
    esac
    COMPREPLY+=("$word")
  done < <(baoxiu completion words -- "\${typed[@]}" 2>/dev/null)
  if [[ -n $paths ]]; then
    compopt -o filenames 2>/dev/null
    [[ $paths == folder ]] && i=-d || i=-f
    while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen "$i" -- "\${current#"$glued"}")
  fi
}
complete -F _baoxiu baoxiu
`,
  zsh: `#compdef baoxiu
# baoxiu: source <(baoxiu completion zsh), after compinit
_baoxiu() {
  local line paths
  local -a typed values told
  typed=("\${(@Q)words[2,CURRENT]}")
  while IFS= read -r line; do
    if [[ -z "\${line%%$'\\t'*}" ]]; then
      paths="\${line#$'\\t'}"
    else
      values+=("\${line%%$'\\t'*}")
      told+=("\${line/$'\\t'/  }")
    fi
  done < <(baoxiu completion words -- "\${(@)typed}" 2>/dev/null)
  if (( \${#values} )); then
    compadd -U -l -d told -a values
  elif [[ -n "$paths" ]]; then
    [[ "\${typed[-1]}" == --*=* ]] && compset -P '*='
    if [[ "$paths" == folder ]]; then _files -/; else _files; fi
  fi
}
compdef _baoxiu baoxiu
`,
  fish: `# baoxiu: baoxiu completion fish | source
function __baoxiu_plain
  # As it was meant; a quote that is still open has no end to be taken off.
  string unescape -- $argv[1]
  or string replace -r -- '^[\\'"]' '' $argv[1]
end
function __baoxiu_words
  set -l typed
  set -l current (commandline -ct)
  # In quotes each is one word, even where nothing is typed yet.
  for word in (commandline -opc) "$current"
    set -l meant (__baoxiu_plain $word)
    set -a typed "$meant"
  end
  for line in (baoxiu completion words -- $typed[2..-1] 2>/dev/null)
    switch $line
      case \\t'file'
        __baoxiu_paths __fish_complete_path $typed[-1]
      case \\t'folder'
        __baoxiu_paths __fish_complete_directories $typed[-1]
      case '*'
        printf '%s\\n' $line
    end
  end
end
function __baoxiu_paths
  set -l parts (string match -r -- '^(--[a-z-]+=)?(.*)$' $argv[2])
  for path in ($argv[1] $parts[-1])
    printf '%s%s\\n' (test (count $parts) -eq 3; and echo $parts[2]) $path
  end
end
complete -c baoxiu -f -a '(__baoxiu_words)'
`,
  powershell: `# baoxiu: baoxiu completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName baoxiu -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $typed = @($commandAst.CommandElements | Select-Object -Skip 1 |
    Where-Object { $_.Extent.StartOffset -lt $cursorPosition } |
    ForEach-Object { if ($null -ne $_.Value) { "$($_.Value)" } else { $_.Extent.Text } })
  if ($wordToComplete -eq '') { $typed += '' }
  baoxiu completion words -- @typed 2>$null | ForEach-Object {
    $word, $about = $_ -split [char]9, 2
    # An empty word stands for files, which PowerShell offers by itself.
    if ($word) {
      $text = $word
      # Every quote of PowerShell ends a string, the curly ones too; doubled they stand for themselves.
      if ($word -notmatch '^[-\\w.:=/\\p{L}]+$') {
        $text = "'" + ($word -replace "(['\\u2018-\\u201b])", '$1$1') + "'"
      }
      if (-not $about) { $about = $word }
      [System.Management.Automation.CompletionResult]::new($text, $word, 'ParameterValue', $about)
    }
  }
}
`,
} as const
