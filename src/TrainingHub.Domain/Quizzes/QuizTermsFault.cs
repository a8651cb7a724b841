namespace TrainingHub.Quizzes;

/// <summary>What is wrong with the terms of an arranged quiz, apart from its plan.</summary>
public enum QuizTermsFault
{
    WindowBackwards,

    /// <summary>The window is shorter than the time that an attempt has.</summary>
    WindowTooShort,
    MinutesOutOfRange,
    PercentOutOfRange,
    AttemptsOutOfRange,
    WaitOutOfRange,

    /// <summary>Explanations before answers, or answers before the score.</summary>
    ReleaseBackwards,

    /// <summary>Neither a course nor the question bank.</summary>
    NoSource,
}
