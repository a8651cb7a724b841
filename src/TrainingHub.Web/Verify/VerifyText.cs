namespace TrainingHub.Verify;

/// <summary>Names the resource files of this folder.</summary>
public sealed class VerifyText;
