namespace TrainingHub.Records;

/// <summary>Order of the ledger; every order ends in the completion day, latest first.</summary>
public enum LedgerSort
{
    Day,
    Person,
    Unit,
    Programme,
    Credit,
}
