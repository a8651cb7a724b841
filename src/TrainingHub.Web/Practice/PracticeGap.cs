namespace TrainingHub.Practice;

/// <summary>Why a question that a person was asked on a paper is not there to be practised any more.</summary>
public enum PracticeGap
{
    /// <summary>It is there.</summary>
    None,

    /// <summary>已停用: its bank draws it no more.</summary>
    Retired,

    /// <summary>It is in no bank of the units in which the person holds a post today, nor open to them in one of a unit above.</summary>
    OutOfReach,

    /// <summary>What it rests on was changed, and nobody has mended it yet.</summary>
    BasisChanged,
}
