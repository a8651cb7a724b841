namespace TrainingHub.People.Transfers;

/// <summary>Order of the list of requests; every order ends in when they were asked, latest first.</summary>
public enum TransferSort
{
    /// <summary>Open ones first.</summary>
    State,
    Name,
    Kind,
    Target,
    From,
    Asked,
}
