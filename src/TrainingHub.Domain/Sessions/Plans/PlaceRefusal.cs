namespace TrainingHub.Sessions.Plans;

/// <summary>Why a batch cannot take somebody. In the order in which they are told.</summary>
public enum PlaceRefusal
{
    /// <summary>Another leader of the unit is in it, or in a batch of the same day.</summary>
    LeaderThere = 1,
    /// <summary>As many of the unit as may be away on one day are.</summary>
    ShareReached = 2,
    /// <summary>No free seat.</summary>
    Full = 3,
    /// <summary>It ends after the person's post, or after the cut-off day.</summary>
    TooLate = 4,
    /// <summary>An officer keeps the person out of it.</summary>
    KeptOut = 5,
    /// <summary>The person was called to it and declined.</summary>
    Declined = 6,
    /// <summary>It has begun or is over.</summary>
    Over = 7,
    /// <summary>The person is on the list of another batch or session already.</summary>
    CalledElsewhere = 8,
    /// <summary>There is no such batch.</summary>
    NoBatch = 9,
    /// <summary>Another plan that is not applied yet proposes a place for the person.</summary>
    InDraft = 10,
}
