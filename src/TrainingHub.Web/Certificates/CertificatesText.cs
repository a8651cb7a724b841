namespace TrainingHub.Certificates;

/// <summary>Names the resource files of this folder.</summary>
public sealed class CertificatesText;
