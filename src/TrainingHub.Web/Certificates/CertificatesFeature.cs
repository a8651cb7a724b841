namespace TrainingHub.Certificates;

internal static class CertificatesFeature
{
    extension(IServiceCollection services)
    {
        public void AddCertificates()
        {
            services.AddScoped<IssueCertificate>();
        }
    }
}
