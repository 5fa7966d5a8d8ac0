-- Quand on a demandé pour la dernière fois au prestataire où en est une convention : la plus ancienne passe d'abord.
alter table convention add column relevee_le timestamptz;
