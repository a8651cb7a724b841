namespace TrainingHub.Courseware.Exchange;

/// <summary>Why a format cannot carry a question.</summary>
public enum CarryFault
{
    /// <summary>The format has no such kind.</summary>
    Kind,
    Picture,

    /// <summary>The bank no longer has its picture.</summary>
    PictureLost,

    /// <summary>It has no explanation, which the format wants.</summary>
    Explanation,

    /// <summary>It is one of several questions on one story.</summary>
    Case,

    /// <summary>More blanks than one.</summary>
    SeveralBlanks,

    /// <summary>A number beside words, or a number with units.</summary>
    NumberAndWords,

    /// <summary>What is marked has no place in the format.</summary>
    Rubric,

    /// <summary>A line break where the format wants one line.</summary>
    LineBreak,

    /// <summary>An arrow or a sign of the format in an option.</summary>
    Signs,

    /// <summary>More pictures beside the stem than one.</summary>
    SeveralPictures,

    /// <summary>A character that the encoding does not have.</summary>
    Characters,
}
