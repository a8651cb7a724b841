namespace TrainingHub.Questions;

/// <summary>What a question may be used for.</summary>
public enum QuestionUse
{
    /// <summary>练习: lesson checks and practice; never on a paper.</summary>
    Practice,

    /// <summary>考试专用: papers only.</summary>
    Examination,

    /// <summary>Practice and papers.</summary>
    Both,
}
