namespace TrainingHub.Questions;

/// <summary>Why a step was not taken.</summary>
public enum BankStepRefusal
{
    /// <summary>Its status does not allow the step, or no longer.</summary>
    Moved,

    /// <summary>Whoever wrote a version does not publish it.</summary>
    OwnQuestion,

    /// <summary>A reviewer has to say what is to be mended.</summary>
    RemarkMissing,

    /// <summary>A picture of it has no words for who does not see it.</summary>
    PictureTextMissing,
}
