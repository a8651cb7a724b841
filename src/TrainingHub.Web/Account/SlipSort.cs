namespace TrainingHub.Account;

/// <summary>By what the people for whom slips can be printed can be sorted.</summary>
public enum SlipSort
{
    Name,
    StaffNumber,
    Account,
    /// <summary>By when the slip that is still good was printed.</summary>
    Issued,
}
