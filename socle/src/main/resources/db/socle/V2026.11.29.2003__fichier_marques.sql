-- Ce qu'un fichier contient d'actif : ce que le guichet en refuse, dit à l'ouverture de l'envoi, et ce qui en fut trouvé.
alter table fichier
    add column actifs_refuses text[] not null default '{PROGRAMME}',
    add column marques        text[] not null default '{}';
