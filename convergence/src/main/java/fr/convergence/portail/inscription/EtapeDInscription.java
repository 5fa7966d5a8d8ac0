package fr.convergence.portail.inscription;

/** Les pages de l'inscription, dans l'ordre ; chacune demande que les précédentes soient complètes. */
enum EtapeDInscription {
    INFORMATIONS("/inscription/informations"),
    ETABLISSEMENT("/inscription/etablissement"),
    CHOIX("/inscription/etablissement/choix"),
    /** Les entités rattachées se montrent dès que l'établissement est choisi, comme le récapitulatif. */
    RECAPITULATIF("/inscription/recapitulatif");

    private final String adresse;

    EtapeDInscription(String adresse) {
        this.adresse = adresse;
    }

    String adresse() {
        return adresse;
    }
}
