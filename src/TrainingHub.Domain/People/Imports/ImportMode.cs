namespace TrainingHub.People.Imports;

/// <summary>What the absence of a person from the file means. Stored by number: never renumber.</summary>
public enum ImportMode
{
    /// <summary>增量: nothing.</summary>
    Incremental = 1,
    /// <summary>全量: the file is the full list of its units; the posts of absent people end the day before the effective day.</summary>
    Full = 2,
}
