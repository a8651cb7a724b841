namespace TrainingHub.Questions.Imports;

/// <summary>What became of a question when it was to be taken. Stored by number: never renumber.</summary>
public enum QuestionTaken
{
    NotYet = 0,
    Added = 1,

    /// <summary>The bank had it by then.</summary>
    AlreadyThere = 2,
    Refused = 3,
}
