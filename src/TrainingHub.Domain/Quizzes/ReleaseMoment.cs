namespace TrainingHub.Quizzes;

/// <summary>When something of a graded attempt is told to its person. Stored by number: never renumber.</summary>
public enum ReleaseMoment
{
    /// <summary>交卷后: as soon as it is graded.</summary>
    AtOnce = 0,

    /// <summary>测验结束后: when the window is over and nobody is answering any more.</summary>
    AfterWindow = 1,

    /// <summary>不公布.</summary>
    Never = 2,
}
