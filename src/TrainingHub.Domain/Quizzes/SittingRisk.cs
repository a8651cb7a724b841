namespace TrainingHub.Quizzes;

/// <summary>Why somebody who is answering now may need help.</summary>
public enum SittingRisk
{
    /// <summary>Little time is left and many questions have no answer.</summary>
    ShortOfTime,

    /// <summary>Nothing was saved for minutes, though questions have no answer: the network, or the person, may be away.</summary>
    Silent,
}
