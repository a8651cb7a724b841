namespace TrainingHub.Questions.Imports;

/// <summary>What will become of a question of a file. Stored by number: never renumber.</summary>
public enum QuestionVerdict
{
    /// <summary>It will be taken.</summary>
    Take = 0,

    /// <summary>The bank, or the file further up, has it or nearly so: it is not taken.</summary>
    Near = 1,

    /// <summary>Something is wrong with it, or no kind here is like it.</summary>
    Refused = 2,
}
