package kz.aryz.dossier;

/** Dossiers as one instance holds them. */
interface DossierContents {

    /** The dossier of that complaint, or nothing, where its partition is here and restored. */
    DossierSlice find(String complaintId);
}
