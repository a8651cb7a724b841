namespace TrainingHub.Certificates;

internal static class CertificatesFeature
{
    extension(IServiceCollection services)
    {
        public void AddCertificates()
        {
            _ = services;
        }
    }
}
