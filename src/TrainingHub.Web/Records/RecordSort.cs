namespace TrainingHub.Records;

/// <summary>Order of a person's records; every order ends in the completion day, latest first.</summary>
public enum RecordSort
{
    Day,
    Programme,
    Credit,
    Evidence,
}
