namespace TrainingHub.Questions.Imports;

/// <summary>What will become of a question of a file. Stored by number: never renumber.</summary>
public enum QuestionVerdict
{
    /// <summary>It will be taken.</summary>
    Take = 0,

    /// <summary>The bank, or the file further up, has nearly the same: it is not taken unless somebody looks and says so.</summary>
    Near = 1,

    /// <summary>Something is wrong with it, or no kind here is like it.</summary>
    Refused = 2,

    /// <summary>The bank, or the file further up, has the very same: it is not taken.</summary>
    Same = 3,

    /// <summary>It will be taken beside what is nearly the same, because somebody has looked and said so.</summary>
    NearTaken = 4,
}
