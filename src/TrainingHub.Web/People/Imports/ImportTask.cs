namespace TrainingHub.People.Imports;

/// <summary>What an import holds the writer for. A row costs something else in each.</summary>
public enum ImportTask
{
    None,
    Stage,
    Compare,
    Write,
    Clear,
    Units,
}
