package fr.convergence.socle.session;

import java.util.UUID;

/** Des sessions de ce compte viennent d'être terminées d'ailleurs que par leur déconnexion ; publié dans la transaction. */
public record SessionsTerminees(UUID compte) {}
