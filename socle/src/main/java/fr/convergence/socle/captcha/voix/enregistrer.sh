#!/bin/sh
# Refait les enregistrements du contrôle de sécurité : chaque caractère dit par quatre voix, débits et hauteurs différents.
# Demande espeak-ng et sox (Debian : apt-get install espeak-ng sox). À lancer depuis ce dossier.
set -eu
brut=$(mktemp --suffix=.wav)
trap 'rm -f "$brut"' EXIT

# Rang de la voix, variante, débit (mots par minute), hauteur (0 à 99), caractère, ce qui est dit.
enregistrer() {
    espeak-ng -v "$2" -s "$3" -p "$4" -w "$brut" "$6"
    # Le format de la dictée (16 kHz, 16 bits, mono), sans silence aux bords, au même niveau pour toutes les voix.
    sox "$brut" -r 16000 -b 16 -c 1 "$5$1.wav" gain -3 \
        silence 1 0.01 0.5% reverse silence 1 0.01 0.5% reverse norm -3
}

for mot in A=a C=cé E=euh F=effe H=ache J=ji K=ka L=elle M=aime R=erre T=té U=u "W=double vé" X=ixe "Y=i grec" \
    2=deux 3=trois 4=quatre 5=cinq 6=six 7=sept 8=huit 9=neuf; do
    enregistrer 1 fr+m3 120 40 "${mot%%=*}" "${mot#*=}"
    enregistrer 2 fr+f2 130 55 "${mot%%=*}" "${mot#*=}"
    enregistrer 3 fr+m7 110 60 "${mot%%=*}" "${mot#*=}"
    enregistrer 4 fr+f4 120 35 "${mot%%=*}" "${mot#*=}"
done
