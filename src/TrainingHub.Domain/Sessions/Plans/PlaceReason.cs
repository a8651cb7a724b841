namespace TrainingHub.Sessions.Plans;

/// <summary>Why somebody is in the batch in which they are. Where several apply, the first.</summary>
public enum PlaceReason
{
    /// <summary>They are on its list already.</summary>
    Called = 1,
    /// <summary>An officer pinned them.</summary>
    Pinned = 2,
    /// <summary>Their post ends before the cut-off day: they went first.</summary>
    PostEnds = 3,
    /// <summary>Apart from another leader of the unit.</summary>
    LeaderApart = 4,
    /// <summary>Apart from colleagues, so that the unit is not left empty.</summary>
    Spread = 5,
    /// <summary>An earlier one has no free seat.</summary>
    EarlierFull = 6,
    /// <summary>They cannot take part in the earlier ones.</summary>
    EarlierShut = 7,
    /// <summary>The earliest batch.</summary>
    Earliest = 8,
}
