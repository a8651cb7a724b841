namespace TrainingHub.Sessions.Plans;

/// <summary>Names the resource files of this folder.</summary>
public sealed class PlansText;
