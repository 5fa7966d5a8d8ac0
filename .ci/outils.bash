# Ce que ./lancer et ./verifier partagent : trouver un JDK, Maven et Node, ou dire en une ligne ce qui manque.
# Se charge par « . » ; reste lisible par le bash 3.2 de macOS.

renoncer() {
  echo "$1" >&2
  exit 2
}

# Numéro majeur d'un JDK, lu sans le lancer ; vide si ce dossier n'en est pas un.
majeur_du_jdk() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

candidats_jdk() {
  local java
  [ -z "${JAVA_HOME:-}" ] || echo "$JAVA_HOME"
  if java=$(command -v java); then
    while [ -L "$java" ]; do
      java=$(cd "$(dirname "$java")" && cd "$(dirname "$(readlink "$java")")" && pwd)/$(basename "$(readlink "$java")")
    done
    (cd "$(dirname "$java")/.." && pwd)
  fi
  # shellcheck disable=SC2086 # les étoiles doivent se développer
  ls -d ${CONVERGENCE_DOSSIERS_JDK:-/usr/lib/jvm/* /opt/java/* /opt/jdk* /usr/java/* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home} \
    2>/dev/null || true
}

choisir_jdk() {
  local dossier majeur vus=""
  while IFS= read -r dossier; do
    majeur=$(majeur_du_jdk "$dossier")
    [ -n "$majeur" ] || continue
    if [ "$majeur" -ge 25 ]; then
      export JAVA_HOME=$dossier
      return
    fi
    case " $vus " in *" $majeur "*) ;; *) vus="$vus $majeur" ;; esac
  done <<EOF
$(candidats_jdk)
EOF
  renoncer "Convergence demande un JDK 25 ou plus récent (trouvé :${vus:- aucun}). Pour l'installer : $(commande_jdk)"
}

commande_jdk() {
  if command -v brew >/dev/null; then
    echo "brew install openjdk@25"
  elif command -v apt-cache >/dev/null && apt-cache show openjdk-25-jdk >/dev/null 2>&1; then
    echo "sudo apt-get install openjdk-25-jdk"
  else
    echo "curl -s https://get.sdkman.io | bash, puis sdk install java 25-tem"
  fi
}

commande_paquet() {
  if command -v brew >/dev/null; then echo "brew install $1"; else echo "sudo apt-get install $2"; fi
}

# Vrai si la version $1 (« 3.8.7 ») vaut au moins $2.$3.
version_suffit() {
  local majeur=${1%%.*} reste=${1#*.}
  [ "$majeur" -gt "$2" ] || { [ "$majeur" -eq "$2" ] && [ "${reste%%.*}" -ge "$3" ]; }
}

choisir_maven() {
  local version
  PATH=$PATH:$HOME/.sdkman/candidates/maven/current/bin
  version=$(mvn -version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p') || true
  [ -n "$version" ] && version_suffit "$version" 3 8 ||
    renoncer "Convergence se construit avec Maven 3.8 ou plus récent (trouvé : ${version:-aucun}). Pour l'installer : $(commande_paquet maven maven)"
}

choisir_node() {
  local version
  version=$(node --version 2>/dev/null | sed 's/^v//') || true
  [ -n "$version" ] && version_suffit "$version" 20 0 && command -v npm >/dev/null ||
    renoncer "Les pages se construisent avec Node 20 ou plus récent et npm (trouvé : ${version:-aucun}). Pour les installer : $(commande_paquet node "nodejs npm")"
}

# Maven, pressé de démarrer et sans les avertissements que ses propres bibliothèques soulèvent.
maven() {
  MAVEN_OPTS="${MAVEN_OPTS:-} -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED" \
    mvn -B -ntp -Dstyle.color=never -f "$racine/pom.xml" "$@"
}
