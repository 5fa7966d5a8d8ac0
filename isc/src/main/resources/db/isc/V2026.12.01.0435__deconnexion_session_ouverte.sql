-- La session d'ici d'où l'on y est allé : quand elle finit d'ailleurs que par sa déconnexion, on le sait.
alter table deconnexion_participation add column ouverte uuid;
