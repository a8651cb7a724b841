namespace TrainingHub.Standards;

/// <summary>What a search entry stands for. Stored by number: never renumber.</summary>
public enum SearchKind
{
    /// <summary>条款, or the document that has it.</summary>
    Clause = 1,

    /// <summary>课时.</summary>
    Lesson = 2,

    /// <summary>题目, for practice.</summary>
    Question = 3,
}
