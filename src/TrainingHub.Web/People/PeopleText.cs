namespace TrainingHub.People;

/// <summary>Names the resource files of this folder.</summary>
public sealed class PeopleText;
