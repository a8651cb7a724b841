namespace TrainingHub.Questions.Imports;

/// <summary>How far an import of questions is. Stored by number: never renumber.</summary>
public enum QuestionImportState
{
    /// <summary>Somebody has to say what the columns are.</summary>
    Columns = 0,

    /// <summary>It is being read and compared with the bank, or waits for that.</summary>
    Comparing = 1,

    /// <summary>Waits for somebody to let it be taken.</summary>
    Preview = 2,
    Taking = 3,
    Taken = 4,
    Stopped = 5,
    Failed = 6,
    Abandoned = 7,

    /// <summary>Its file is on its way into the database.</summary>
    Receiving = 8,

    /// <summary>The file as a whole is not taken.</summary>
    Refused = 9,
}
