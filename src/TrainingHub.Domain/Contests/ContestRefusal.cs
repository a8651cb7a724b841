namespace TrainingHub.Contests;

/// <summary>Why an action was not accepted.</summary>
public enum ContestRefusal
{
    None,

    /// <summary>That question is not open.</summary>
    NotOpen,

    /// <summary>Its time was over, or it was locked.</summary>
    TooLate,

    /// <summary>Time stands still.</summary>
    IsPaused,

    /// <summary>The seat has answered it; the first answer counts.</summary>
    AlreadyAnswered,

    /// <summary>It is none that the question offers.</summary>
    NoSuchAnswer,

    /// <summary>No such seat.</summary>
    NoSeat,

    /// <summary>The contest is not at a point where that can be done.</summary>
    NotNow,

    /// <summary>Somebody else has moved the contest on meanwhile.</summary>
    Stale,

    /// <summary>Joining is not open, or no longer.</summary>
    NotJoining,

    /// <summary>The host has closed joining; who has a seat keeps it.</summary>
    JoiningClosed,

    /// <summary>Guests are not admitted.</summary>
    NoGuests,

    /// <summary>Somebody sits there already.</summary>
    PlaceTaken,

    /// <summary>No name, or none that may be shown.</summary>
    BadName,

    /// <summary>No such team.</summary>
    BadTeam,

    /// <summary>More players than a contest holds.</summary>
    Full,

    /// <summary>More guests have joined from one address than a school has people.</summary>
    TooManyJoins,

    /// <summary>More browsers hold the seat than a person has.</summary>
    TooManyKeys,

    /// <summary>A question of the contest stands on a paper that the person is answering or is going to answer.</summary>
    OnPaper,

    /// <summary>Stage: the team started falsely and sits that question out.</summary>
    SitsOut,
}
