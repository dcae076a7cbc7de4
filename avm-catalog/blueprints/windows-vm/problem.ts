export const problem =
  'A legacy line-of-business application requires Windows Server and can’t be containerized. It has to run on Azure with security controls that can be audited, without exposure to the internet, and with logs that operators can query in one place. Every environment has to come from the same code, so that the change that was tested is the change that reaches production.';

export const constraints: readonly string[] = [
  'The application is a legacy application and can’t be containerized.',
  'The application supports only one instance. It runs on one VM and can’t be scaled out.',
  'Direct internet access isn’t allowed: the VM has no public IP address, and outbound traffic needs an explicit path.',
];
