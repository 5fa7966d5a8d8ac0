package fr.convergence.isc.inscription;

import java.util.UUID;

/** Cette inscription n’existe plus : ce qui s’y rattachait ne lui survit pas. */
public record InscriptionOubliee(UUID inscription) {}
