package fr.convergence.isc.inscription;

/** Les pages de l’inscription d’un mandataire, dans l’ordre du guide ; chacune demande que les précédentes soient complètes. */
enum EtapeDuMandataire {
    INFORMATIONS("/inscription/mandataire/informations"),
    ENTREPRISE("/inscription/mandataire/entreprise"),
    IDENTITE("/inscription/mandataire/identite");

    private final String adresse;

    EtapeDuMandataire(String adresse) {
        this.adresse = adresse;
    }

    String adresse() {
        return adresse;
    }
}
