namespace TrainingHub.Questions.Imports;

/// <summary>How far an import of questions is. Stored by number: never renumber.</summary>
public enum QuestionImportState
{
    /// <summary>Somebody has to say what the columns are.</summary>
    Columns = 0,

    /// <summary>Its rows are being compared with the bank.</summary>
    Comparing = 1,

    /// <summary>Waits for somebody to let it be taken.</summary>
    Preview = 2,
    Taking = 3,
    Taken = 4,
    Stopped = 5,
    Failed = 6,
    Abandoned = 7,
}
