namespace TrainingHub.Account;

/// <param name="Address">Where a code is typed in; a slip's QR carries its code as well.</param>
public sealed record SlipsPrint(string Code, string Name, Uri Address, IssuedSlips Issued);
