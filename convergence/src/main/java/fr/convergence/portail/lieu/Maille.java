package fr.convergence.portail.lieu;

/** Ce pour quoi une part du formulaire se répète. */
public enum Maille {
    /** Ce qui est rattaché au candidat : les EJ d'un GHT, les EG d'une EJ. */
    ENTITES,
    /** Les entités juridiques : celles d'un GHT, ou l'EJ qui candidate. */
    EJ
}
