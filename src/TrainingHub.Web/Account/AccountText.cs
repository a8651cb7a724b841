namespace TrainingHub.Account;

/// <summary>Names the resource files of this folder.</summary>
public sealed class AccountText;
