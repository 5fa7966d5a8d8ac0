package fr.convergence.portail.etape;

import fr.convergence.socle.page.Message;

/**
 * Où en est ce qu'une demande de modification fait reprendre : c'est d'elle que parlent alors les compteurs, tout le reste
 * étant déjà répondu (INSTR-3).
 *
 * @param demandees les questions qu'elle désigne et qui se demandent encore
 * @param corrigees celles qui ont changé depuis, et à qui rien ne manque
 * @param limitee vrai si elle ne rouvre que celles-là
 */
record Reprise(int demandees, int corrigees, boolean limitee) {

    Message titre() {
        return new Message("etape.reprise.titre", corrigees, demandees);
    }

    Message avancement() {
        return new Message("etape.reprise.cote", corrigees, demandees);
    }

    Message compte() {
        return new Message(accorde(limitee ? "etape.reprise.limitee" : "etape.reprise.entiere"), demandees);
    }

    /** Ce qui est demandé à qui remplit, à la place de « Toutes les questions sont obligatoires ». */
    Message consigne() {
        return new Message(accorde(limitee ? "etape.reprise.consigne-limitee" : "etape.reprise.consigne"), demandees);
    }

    /** Arrondi vers le bas : 100 dit que tout est repris. */
    int pourcent() {
        return corrigees * 100 / demandees;
    }

    private String accorde(String cle) {
        return cle + (demandees > 1 ? ".plusieurs" : ".un");
    }
}
