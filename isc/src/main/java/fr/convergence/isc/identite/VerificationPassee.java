package fr.convergence.isc.identite;

import fr.convergence.isc.identite.EtatDeVerification.Code;
import java.util.UUID;

/** Une vérification vient de passer à cet état, dans la transaction où cela se publie. */
public record VerificationPassee(UUID verification, UUID inscription, Code etat) {}
